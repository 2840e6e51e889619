using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Intake;

/// <param name="Category">The category past demands of this wording mostly had.</param>
/// <param name="Confidence">How sure that is, from 0 to 1.</param>
internal sealed record CategoryGuess(string Category, double Confidence);

/// <summary>
/// Guesses the category of a demand from those of the past: complement naive Bayes over the search words of
/// <see cref="SearchText"/>. It keeps how often a word fell into one of many buckets and nothing else: several words share
/// a bucket, which words those were is not kept, and the seed of the hash is forgotten with the process.
/// </summary>
internal sealed class CategoryCounts
{
    private const int Buckets = 1 << 17;

    /// <summary>One imagined occurrence everywhere: what was never seen rules nothing out.</summary>
    private const double Smoothing = 1;

    /// <summary>With fewer words that were met before nothing is guessed.</summary>
    private const int FewestWords = 2;

    /// <summary>Below so many demands learnt nothing is guessed.</summary>
    private const int FewestLearnt = 50;

    /// <summary>
    /// The scores of naive Bayes are far too sure, since the words of a sentence depend on each other. Divided by this power
    /// of their number and multiplied by the factor they are right about as often as they say; both were fitted on real
    /// messages (docs/adr/0017-one-matter-many-cases.md).
    /// </summary>
    private const double LengthPower = 0.7;
    private const double Sharpness = 6;

    private readonly ulong seed;
    private readonly Dictionary<string, Dictionary<int, int>> counts;
    private readonly Dictionary<string, long> words;
    private readonly Dictionary<int, int> all = [];
    private long allWords;

    public CategoryCounts(IEnumerable<string> categories, ulong seed)
    {
        this.seed = seed;
        counts = categories
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(each => each, _ => new Dictionary<int, int>(), StringComparer.Ordinal);
        words = counts.Keys.ToDictionary(each => each, _ => 0L, StringComparer.Ordinal);
    }

    /// <summary>How many demands were learnt.</summary>
    public long Learnt { get; private set; }

    /// <summary>Counts a past demand; one of a category that nobody can choose any more teaches nothing.</summary>
    public void Learn(string category, string demand)
    {
        if (!counts.TryGetValue(category, out var ofCategory))
        {
            return;
        }

        foreach (var bucket in BucketsOf(demand))
        {
            ofCategory[bucket] = ofCategory.GetValueOrDefault(bucket) + 1;
            all[bucket] = all.GetValueOrDefault(bucket) + 1;
            words[category]++;
            allWords++;
        }

        Learnt++;
    }

    /// <summary>Null where too little was learnt or typed.</summary>
    /// <param name="demand">What was typed.</param>
    /// <param name="among">The categories that can be chosen.</param>
    public CategoryGuess? Guess(string demand, IEnumerable<string> among)
    {
        // A word nobody ever used says nothing, and would speak for the category with the most words.
        var typed = BucketsOf(demand).Where(all.ContainsKey).ToList();
        var known = among.Where(each => words.GetValueOrDefault(each) > 0).ToList();
        if (typed.Count < FewestWords || Learnt < FewestLearnt || known.Count < 2)
        {
            return null;
        }

        var sharpness = Sharpness / Math.Pow(typed.Count, LengthPower);
        var scores = known.ConvertAll(category => Score(category, typed) * sharpness);
        var best = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - best));
        return new CategoryGuess(known[scores.IndexOf(best)], 1 / sum);
    }

    /// <summary>How unlikely the words are among the demands of all other categories.</summary>
    private double Score(string category, List<int> typed)
    {
        var own = counts[category];
        var others = Math.Log(allWords - words[category] + Smoothing * all.Count);
        return typed.Sum(bucket => others - Math.Log(all[bucket] - own.GetValueOrDefault(bucket) + Smoothing));
    }

    private IEnumerable<int> BucketsOf(string demand) => SearchText.Words(demand).Select(BucketOf);

    /// <summary>FNV-1a with a seed; its upper bits are stirred, or the pairs of characters would share few buckets.</summary>
    private int BucketOf(string word)
    {
        const ulong Prime = 1099511628211;
        const ulong Stir = 0xff51afd7ed558ccd;
        var hash = 14695981039346656037 ^ seed;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ (hash >> 33)) * Stir;
        return (int)((hash >> 40) & (Buckets - 1));
    }
}
