package org.sallyport.platform.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.platform.branding.Theme.Written;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.TextFile;
import org.sallyport.platform.config.WrittenSettings;
import org.sallyport.platform.image.Picture;
import org.sallyport.platform.image.PictureRefused;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Brand.Logo;
import org.sallyport.platform.page.Branding;
import org.sallyport.platform.page.Texts;

/** How this installation wants its pages to look; without any of it, they look as ours do. */
@ApplicationScoped
public class BrandingSettings implements SettingsGroup, Branding {
  private static final Setting NAME =
      Setting.of("branding.name", "", "what people know this server by, on all pages and in mails");
  private static final Setting LOGO =
      Setting.of("branding.logo-file", "", "its logo: a file in PNG or JPEG of at most 1 MiB");
  private static final Setting LOGO_DARK =
      Setting.of(
          "branding.logo-file-dark", "", "another one for dark pages, as wide; default: the same");
  private static final Setting ACCENT =
      Setting.of("branding.accent", "", "the colour of links and buttons, as #rrggbb");
  private static final Setting ACCENT_DARK =
      Setting.of(
          "branding.accent-dark", "", "the same on dark pages; default: that, as light as needed");
  private static final Setting NOTICE =
      Setting.of("branding.notice", "", "a notice on the sign-in page, such as of maintenance");
  private static final Map<Locale, Setting> OTHER_NOTICES =
      Map.of(
          Texts.LANGUAGES.get(1), Setting.of("branding.notice-de", "", "the same in German"),
          Texts.LANGUAGES.get(2), Setting.of("branding.notice-ar", "", "the same in Arabic"));

  /** The directory of replaced texts. */
  static final Setting TEXTS =
      Setting.of("branding.texts", "", "a directory with texts of your own for the pages");

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTICE = 500;
  private static final int MOST_BYTES = 1 << 20;
  private static final int WIDEST = 960;
  private static final int HIGHEST = 160;
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  private volatile Brand brand = Brand.NONE;
  private volatile Map<String, BrandFile> files = Map.of();

  @Override
  public List<Setting> declared() {
    return List.of(
        NAME,
        LOGO,
        LOGO_DARK,
        ACCENT,
        ACCENT_DARK,
        BrandLinks.IMPRINT,
        BrandLinks.PRIVACY,
        BrandLinks.HELP,
        NOTICE,
        OTHER_NOTICES.get(Texts.LANGUAGES.get(1)),
        OTHER_NOTICES.get(Texts.LANGUAGES.get(2)),
        TEXTS);
  }

  @Override
  public void read(WrittenSettings written) {
    var served = new HashMap<String, BrandFile>();
    var name = written.find(NAME).map(text -> shown(NAME, text, LONGEST_NAME));
    var logo = logo(written, served);
    if (logo.isPresent() && name.isEmpty()) {
      throw NAME.wrong("it is not set, but branding.logo-file is", "write what the logo says");
    }
    var theme = theme(written).map(t -> kept(served, css(t)));
    var texts = written.path(TEXTS).map(OwnTexts::in).orElse(Map.of());
    brand = new Brand(name, logo, theme, BrandLinks.read(written), notices(written), texts);
    files = Map.copyOf(served);
  }

  @Override
  public Brand brand() {
    return brand;
  }

  /** The file at this path below {@code /brand}. */
  Optional<BrandFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static Optional<Logo> logo(WrittenSettings written, Map<String, BrandFile> served) {
    var light = written.path(LOGO).map(file -> logo(LOGO, file, served));
    var dark = written.path(LOGO_DARK).map(file -> logo(LOGO_DARK, file, served));
    if (dark.isEmpty()) {
      return light;
    }
    if (light.isEmpty()) {
      throw LOGO.wrong("it is not set, but branding.logo-file-dark is", "set both");
    }
    if (light.get().isWide() != dark.get().isWide()) {
      throw LOGO_DARK.wrong(
          "of the two logos one alone is at least twice as wide as high",
          "name two of the same shape");
    }
    return light.map(logo -> logo.withDark(dark.get()));
  }

  private static Logo logo(Setting setting, Path file, Map<String, BrandFile> served) {
    try {
      var bytes = TextFile.bytes(file, MOST_BYTES);
      var picture = Picture.read(bytes, WIDEST, HIGHEST);
      var path = kept(served, new BrandFile(bytes, "png", "image/png", picture.png()));
      return new Logo(path, picture.width(), picture.height(), Optional.empty());
    } catch (PictureRefused e) {
      throw setting.wrong(file + ": " + e.reason(), "name a file in PNG or JPEG");
    } catch (IOException e) {
      var remedy = "name a file of at most 1 MiB that this user may read";
      throw setting.wrong(file + " cannot be read", remedy);
    }
  }

  private static Optional<Theme> theme(WrittenSettings written) {
    var light = written.find(ACCENT).map(text -> colour(ACCENT, text));
    var dark = written.find(ACCENT_DARK).map(text -> colour(ACCENT_DARK, text));
    if (dark.isPresent() && light.isEmpty()) {
      throw ACCENT.wrong("it is not set, but branding.accent-dark is", "set both");
    }
    return light.map(l -> Theme.of(l, dark));
  }

  private static Written colour(Setting setting, String text) {
    return Colour.parse(text)
        .map(colour -> new Written(setting, colour))
        .orElseThrow(() -> setting.wrong("'" + text + "' is no colour", "write it like #1a5fb4"));
  }

  private static BrandFile css(Theme theme) {
    var bytes = theme.css().getBytes(UTF_8);
    return new BrandFile(bytes, "css", "text/css;charset=UTF-8", bytes);
  }

  private static Map<Locale, String> notices(WrittenSettings written) {
    var notices = new HashMap<Locale, String>();
    written
        .find(NOTICE)
        .ifPresent(t -> notices.put(Texts.LANGUAGES.get(0), shown(NOTICE, t, LONGEST_NOTICE)));
    OTHER_NOTICES.forEach(
        (language, setting) ->
            written
                .find(setting)
                .ifPresent(t -> notices.put(language, shown(setting, t, LONGEST_NOTICE))));
    if (!notices.isEmpty() && !notices.containsKey(Texts.LANGUAGES.get(0))) {
      throw NOTICE.wrong("it is not set, but another language is", "set branding.notice too");
    }
    return notices;
  }

  private static String shown(Setting setting, String text, int longest) {
    var stripped = text.strip();
    if (stripped.length() > longest || INVISIBLE.matcher(stripped).find()) {
      throw setting.wrong(
          "it has more than %d characters, or one that does not show".formatted(longest),
          "write one line of plain text");
    }
    return stripped;
  }

  private static String kept(Map<String, BrandFile> served, BrandFile file) {
    served.put("/" + file.name(), file);
    return "/brand/" + file.name();
  }
}
