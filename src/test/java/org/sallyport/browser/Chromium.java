package org.sallyport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sallyport.Tool;

/** The system's Chromium, started once in a test run; each test gets a profile of its own. */
final class Chromium {
  private static final List<String> NAMES =
      List.of(
          "/usr/bin/chromium-headless-shell",
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final int PATIENCE = 45_000;

  private Chromium() {}

  private static final class Started {
    static final Browser HERE = start();
  }

  /** A fresh profile. */
  static BrowserContext profile(NewContextOptions options) {
    Tool.need(NAMES.toArray(String[]::new));
    var context = Started.HERE.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /** A fresh profile on a desktop, in English, with script. */
  static BrowserContext profile() {
    return profile(new NewContextOptions().setLocale("en"));
  }

  private static Browser start() {
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    var options = new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS);
    return playwright.chromium().launch(options);
  }

  private static Path executable() {
    return NAMES.stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium here: install one of " + NAMES));
  }
}
