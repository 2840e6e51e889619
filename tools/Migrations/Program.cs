using Microsoft.EntityFrameworkCore.Design;
using Shouwen;
using Shouwen.Platform.Contract;

await Console.Error.WriteLineAsync("design time only; see README.md beside this project");
return 2;

internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args) => Database.ForDesign(Tables.Schema);
}
