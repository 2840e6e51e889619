using Shouwen.CommandLine;

return await Verbs.Run(args, Terminal.Current());

public partial class Program;
