return await Shouwen.CommandLine.Verbs.Run(args);

public partial class Program;
