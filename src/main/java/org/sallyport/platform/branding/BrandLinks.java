package org.sallyport.platform.branding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.WrittenSettings;
import org.sallyport.platform.page.Brand.Link;

/** The links in the footer of every page. */
final class BrandLinks {
  static final Setting IMPRINT =
      Setting.of("branding.imprint", "", "the imprint: https, mailto or a path of this host");
  static final Setting PRIVACY =
      Setting.of("branding.privacy", "", "the privacy notice, in the same form");
  static final Setting HELP = Setting.of("branding.help", "", "the help desk, in the same form");

  private static final int LONGEST = 1_000;

  private BrandLinks() {}

  /** Those that are set; refuses what is no link. */
  static List<Link> read(WrittenSettings written) {
    var links = new ArrayList<Link>();
    for (var setting : List.of(HELP, PRIVACY, IMPRINT)) {
      written
          .find(setting)
          .map(text -> new Link(key(setting), address(setting, text)))
          .ifPresent(links::add);
    }
    return links;
  }

  private static String key(Setting setting) {
    return setting.key().replace("branding.", "layout.");
  }

  private static String address(Setting setting, String text) {
    if (text.length() > LONGEST || !isLink(text)) {
      throw setting.wrong(
          "'" + text + "' is no link that pages may have",
          "write it like https://host/path, mailto:name@host or /path");
    }
    return text;
  }

  // A path that begins with two slashes names another host.
  private static boolean isLink(String text) {
    try {
      var uri = new URI(text);
      var scheme = String.valueOf(uri.getScheme());
      return switch (scheme) {
        case "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
        case "mailto" -> uri.getSchemeSpecificPart().indexOf('@') > 0;
        default -> uri.getScheme() == null && text.startsWith("/") && !text.startsWith("//");
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
