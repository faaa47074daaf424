package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class BrandTest {
  private static final Brand HARBOUR =
      new Brand(
          Optional.of("Harbour {main} <b>"),
          Optional.of(new Brand.Logo("/brand/0.png", 300, 100, Optional.of("/brand/2.png"))),
          Optional.of("/brand/1.css"),
          List.of(new Brand.Link("layout.help", "mailto:a@b.test?subject={main}&x")),
          Map.of(),
          Map.of(Locale.ENGLISH, Map.of("error.404.title", "Adrift")));

  @Test
  @Security(38)
  void a_page_without_faces_has_the_look_of_the_installation() throws IOException {
    var request = new TestRequest("GET", "/a/b").answering("getContextPath", "/a").request();
    var response = new TestResponse();
    var error = PageError.of("error.404", new CaseNumber("7K3M-Q9XD"));
    WiredPages.page(HARBOUR).send(request, response.response(), 404, error);
    assertThat(response.body())
        .contains("<title>Adrift · Harbour &#123;main} &lt;b&gt;</title>")
        .contains("<h1>Adrift</h1>")
        .contains("<link rel=\"stylesheet\" href=\"/a/brand/1.css\">")
        .contains(
            "<picture><source srcset=\"/a/brand/2.png\" media=\"(prefers-color-scheme: dark)\">"
                + "<img src=\"/a/brand/0.png\" alt=\"Harbour &#123;main} &lt;b&gt;\" width=\"120\""
                + " height=\"40\"></picture></a>")
        .contains("<a href=\"mailto:a@b.test?subject=&#123;main}&amp;x\">Help</a>")
        .containsOnlyOnce("<h1>")
        .doesNotContain("Sallyport");
  }

  @Test
  void no_file_of_a_page_has_our_name_in_it() throws IOException {
    try (var files = Files.walk(Path.of("src/main/webapp"))) {
      var pages = files.filter(f -> f.toString().endsWith(".xhtml")).toList();
      assertThat(pages).hasSizeGreaterThan(10);
      for (var page : pages) {
        assertThat(Files.readString(page)).as(page.toString()).doesNotContain("Sallyport");
      }
    }
    for (var language : Texts.LANGUAGES) {
      var texts = Brand.NONE.in(language);
      assertThat(texts.keys()).noneMatch(key -> texts.text(key).contains("Sallyport"));
    }
  }
}
