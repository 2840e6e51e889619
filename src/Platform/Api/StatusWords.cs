using Microsoft.AspNetCore.Http;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Api;

/// <summary>What a status means, where nobody said more.</summary>
internal static class StatusWords
{
    private static readonly Dictionary<int, (string Code, Words Title)> Known = new()
    {
        [StatusCodes.Status400BadRequest] = ("request.malformed", new Words("请求无法读懂", "The request cannot be read")),
        [StatusCodes.Status401Unauthorized] = ("caller.unknown", new Words("需要登录或有效的令牌", "Sign in, or send a valid token")),
        [StatusCodes.Status403Forbidden] = ("caller.forbidden", new Words("您的角色不能这样做", "Your role may not do this")),
        [StatusCodes.Status404NotFound] = ("notFound", new Words("没有找到", "There is no such thing")),
        [StatusCodes.Status405MethodNotAllowed] = (
            "method.notAllowed",
            new Words("这个地址不支持这种方法", "This address does not take this method")
        ),
        [StatusCodes.Status406NotAcceptable] = ("format.unknown", new Words("没有这种格式", "This format is not available")),
        [StatusCodes.Status409Conflict] = ("state.conflict", new Words("当前状态不允许", "The present state does not allow it")),
        [StatusCodes.Status412PreconditionFailed] = ("version.stale", new Words("案件已有新记录", "The case has moved on")),
        [StatusCodes.Status413PayloadTooLarge] = ("body.tooLarge", new Words("请求太大", "The request is too large")),
        [StatusCodes.Status415UnsupportedMediaType] = (
            "body.unsupported",
            new Words("不支持这种内容类型", "This content type is not supported")
        ),
        [StatusCodes.Status422UnprocessableEntity] = ("fields.invalid", new Words("内容有误", "Something in it is wrong")),
        [StatusCodes.Status429TooManyRequests] = (
            "calls.tooMany",
            new Words("请求太频繁，请稍后再试", "Too many requests; try again later")
        ),
        [StatusCodes.Status503ServiceUnavailable] = ("database.unavailable", new Words("暂时无法写入", "The store is not available now")),
    };

    private static readonly Words Unexpected = new("出了问题，我们已记下", "Something went wrong; it has been noted");

    public static string CodeOf(int status) => Known.TryGetValue(status, out var known) ? known.Code : $"status.{status}";

    public static Words TitleOf(int status) => Known.TryGetValue(status, out var known) ? known.Title : Unexpected;
}
