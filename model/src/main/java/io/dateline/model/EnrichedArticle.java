package io.dateline.model;

/**
 * One version of an article with what was found in it: the public contract.
 *
 * @param article the article
 * @param enrichment its tags and groups
 */
public record EnrichedArticle(Article article, Enrichment enrichment) {}
