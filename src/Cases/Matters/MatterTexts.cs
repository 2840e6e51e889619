using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Matters;

internal static class MatterTexts
{
    private static readonly TextFile Texts = new(typeof(MatterTexts));

    public static readonly Words Menu = Texts[nameof(Menu)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Register = Texts[nameof(Register)];
    public static readonly Words RegisterLead = Texts[nameof(RegisterLead)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Place = Texts[nameof(Place)];
    public static readonly Words PlaceHint = Texts[nameof(PlaceHint)];
    public static readonly Words About = Texts[nameof(About)];
    public static readonly Words Demand = Texts[nameof(Demand)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Phone = Texts[nameof(Phone)];
    public static readonly Words PhoneHint = Texts[nameof(PhoneHint)];
    public static readonly Words TakePhoto = Texts[nameof(TakePhoto)];
    public static readonly Words ChoosePhotos = Texts[nameof(ChoosePhotos)];
    public static readonly Words ChooseProject = Texts[nameof(ChooseProject)];
    public static readonly Words ChooseAbout = Texts[nameof(ChooseAbout)];
    public static readonly Words SayPlace = Texts[nameof(SayPlace)];
    public static readonly Words SayDemand = Texts[nameof(SayDemand)];
    public static readonly Words NotNow = Texts[nameof(NotNow)];
    public static readonly Words NoProjects = Texts[nameof(NoProjects)];
    public static readonly Words NoProjectsHint = Texts[nameof(NoProjectsHint)];
    public static readonly Words Waits = Texts[nameof(Waits)];
    public static readonly Words InHand = Texts[nameof(InHand)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words Erased = Texts[nameof(Erased)];

    public static Words Registered(string number) => Texts.With(nameof(Registered), number);

    public static Words By(string name) => Texts.With(nameof(By), name);

    public static Words TooLong(int most) => Texts.With(nameof(TooLong), most);
}
