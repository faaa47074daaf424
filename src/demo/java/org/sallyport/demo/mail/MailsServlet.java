package org.sallyport.demo.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;

/** Shows the last mails, the newest first, as the plain text of each, with its links. */
@WebServlet("/mails")
public class MailsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Mails · Sallyport demo</title>
        <link rel="icon" href="./mark.svg" type="image/svg+xml">
        <link rel="stylesheet" href="./demo.css">
      </head>
      <body>
        <header class="masthead">
          <a href="./"><img src="./mark.svg" alt="" width="32" height="32">Sallyport demo</a>
        </header>
        <main>
          <h1>Mails</h1>
          <p class="lead">The last mails that the authorization server has sent, to whomever. They went no further
            than this page.</p>
      %s
          <p><a href="./mails">Look for new ones</a></p>
        </main>
      </body>
      </html>
      """;

  @Inject ReceivedMails mails;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var shown = new StringBuilder();
    for (var mail : mails.all()) {
      shown.append(shown(mail));
    }
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .print(PAGE.formatted(shown.isEmpty() ? "    <p>There is none yet.</p>" : shown));
  }

  private static String shown(byte[] bytes) throws IOException {
    try {
      var session = Session.getInstance(new Properties());
      var mail = new MimeMessage(session, new ByteArrayInputStream(bytes));
      return """
          <article class="mail">
            <h2 dir="auto">%s</h2>
            <dl class="facts">
              <dt>From</dt><dd dir="auto">%s</dd>
              <dt>To</dt><dd dir="auto">%s</dd>
              <dt>Sent</dt><dd>%s</dd>
            </dl>
            <pre dir="auto">%s</pre>
          </article>
          """
          .formatted(
              escaped(String.valueOf(mail.getSubject())),
              header(mail, "From"),
              header(mail, "To"),
              header(mail, "Date"),
              linked(text(mail)));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static String header(MimeMessage mail, String name)
      throws MessagingException, IOException {
    var value = mail.getHeader(name, ", ");
    return value == null ? "" : escaped(MimeUtility.decodeText(MimeUtility.unfold(value)));
  }

  // The first part is the plain text (RFC 2046 §5.1.4).
  private static String text(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof MimeMultipart parts && parts.getCount() > 0) {
      return text(parts.getBodyPart(0));
    }
    return new String(part.getInputStream().readAllBytes(), UTF_8);
  }

  private static String linked(String text) {
    var links = LINK.matcher(text);
    var html = new StringBuilder();
    var end = 0;
    while (links.find()) {
      var link = escaped(links.group());
      html.append(escaped(text.substring(end, links.start())));
      html.append("<a href=\"").append(link).append("\">").append(link).append("</a>");
      end = links.end();
    }
    return html.append(escaped(text.substring(end))).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
