using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Tables;

/// <summary>The rows of one sheet of a workbook, as the texts a person would have exported.</summary>
internal sealed class Workbook : TableRow, IDisposable
{
    /// <summary>A workbook that unpacks to more than this is an accident or an attack.</summary>
    private const long LargestUnpacked = 2L << 30;

    private readonly FileStream file;
    private readonly IExcelDataReader reader;

    private Workbook(FileStream file)
    {
        this.file = file;
        reader = ExcelReaderFactory.CreateOpenXmlReader(file);
    }

    public static Workbook Open(string path, int sheet)
    {
        var package = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            CheckPackage(package, Path.GetFileName(path));
            package.Position = 0;
            var opened = new Workbook(package);
            for (var i = 0; i < sheet; i++)
            {
                opened.reader.NextResult();
            }

            return opened;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public int Sheets => reader.ResultsCount;

    public override int Line => reader.Depth + 1;

    public override int Count => reader.FieldCount;

    public override Words? Problem => Misfit;

    public override string Raw(int column) => column < reader.FieldCount ? Text(reader.GetValue(column)) : "";

    public override DateTime? Date(int column) => column < reader.FieldCount ? reader.GetValue(column) as DateTime? : null;

    /// <summary>Moves to the next row that has anything in it.</summary>
    public bool Read()
    {
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (!string.IsNullOrWhiteSpace(Raw(column)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Dispose()
    {
        reader.Dispose();
        file.Dispose();
    }

    /// <summary>A reference number is a number to a workbook: it must not come out as 1.01E+11 nor as "4.0".</summary>
    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            double number => Math.Abs(number) < 1e15
                ? number.ToString("0.###############", CultureInfo.InvariantCulture)
                : number.ToString("R", CultureInfo.InvariantCulture),
            DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static void CheckPackage(FileStream file, string name)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (package.GetEntry("xl/workbook.xml") is null)
        {
            throw new UnreadableFileException(
                new Words($"{name}：这是 zip 文件，不是 Excel 工作簿", $"{name}: this is a zip file, not an Excel workbook")
            );
        }

        if (package.Entries.Sum(entry => entry.Length) > LargestUnpacked)
        {
            throw new UnreadableFileException(new Words($"{name}：解压后超过 2 GiB", $"{name}: unpacks to more than 2 GiB"));
        }
    }
}
