package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;

class AssetServletTest {
  @ParameterizedTest
  @CsvSource({
    "/sallyport.css, text/css;charset=UTF-8",
    "/form-post.js, text/javascript;charset=UTF-8",
    "/mark.svg, image/svg+xml;charset=UTF-8",
  })
  void a_file_says_what_it_is(String file, String type) {
    assertThat(AssetServlet.type("/assets", file)).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "/assets, ''",
    "/assets, /",
    "/assets, /a/b.css",
    "/assets, /../WEB-INF/web.xml",
    "/assets, /web.xml",
    "/WEB-INF, /web.css",
    "/META-INF, /x.js"
  })
  @Security(111)
  void nothing_else_is_there(String folder, String file) {
    assertThat(AssetServlet.type(folder, file)).isEmpty();
  }

  @Test
  @Security(111)
  void a_folder_is_no_file() {
    assertThat(AssetServlet.type("/assets", null)).isEmpty();
  }
}
