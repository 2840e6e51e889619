using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shouwen.Knowledge.Model;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("article");

        // Serves: one article; the list, newest first. There are hundreds of articles, not millions.
        builder.HasKey(article => article.Id);
        builder.Ignore(article => article.HasDraft);
    }
}

internal sealed class ArticleVersionTable : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("article_version");

        // Serves: what an article says and said.
        builder.HasKey(version => new { version.ArticleId, version.Number });
        builder.HasOne<Article>().WithMany().HasForeignKey(version => version.ArticleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CasebookTable : IEntityTypeConfiguration<CasebookEntry>
{
    public void Configure(EntityTypeBuilder<CasebookEntry> builder)
    {
        builder.ToTable("casebook_entry");

        // Serves: one entry; the casebook, newest first.
        builder.HasKey(entry => entry.Id);
        builder.Ignore(entry => entry.IsUnfinished);

        // Serves: "is this case in the casebook?", asked by the page of every ended case.
        builder.HasIndex(entry => entry.CaseNumber).IsUnique().HasDatabaseName("ux_casebook_entry_case");

        // Serves: the casebook by trade, with or without a part of the building.
        builder.HasIndex(entry => new { entry.Trade, entry.Part }).HasDatabaseName("ix_casebook_entry_trade");
    }
}
