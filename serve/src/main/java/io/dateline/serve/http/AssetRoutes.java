package io.dateline.serve.http;

import io.dateline.serve.page.Asset;

/** The page, its files, and the contract's documents. */
final class AssetRoutes {

  private AssetRoutes() {}

  static void addTo(Router router) {
    for (Asset asset : Asset.all()) {
      byte[] bytes = asset.read();
      router.add("GET", asset.path(), exchange -> exchange.send(200, asset.contentType(), bytes));
    }
  }
}
