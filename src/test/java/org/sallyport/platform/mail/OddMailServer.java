package org.sallyport.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that answers as a test says, and remembers what it was told. */
public final class OddMailServer implements AutoCloseable {
  /** Says nothing, for as long as the client waits. */
  public static final String SILENCE = "silence";

  /** Says a byte each tenth of a second, which is no answer yet. */
  public static final String DRIBBLE = "dribble";

  /** Ends the connection. */
  public static final String END = "end";

  private final ServerSocket door;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** One that takes everything. */
  public OddMailServer() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var thread = new Thread(this::accept, "odd mail server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Has this answered to a command, such as {@code RCPT}; {@code .} is the end of a mail. */
  public OddMailServer answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  /** Where it listens. */
  public int port() {
    return door.getLocalPort();
  }

  /** What it was told, line by line, mails among it. */
  public List<String> commands() {
    return commands;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        open.add(socket);
        var thread = new Thread(() -> serve(socket), "odd mail server's connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      var out = socket.getOutputStream();
      var goesOn = answer("CONNECT", "220 odd.test", out);
      while (goesOn) {
        var line = in.readLine();
        goesOn = line != null && hear(line, in, out);
      }
    } catch (IOException e) {
      // the client has left
    }
  }

  private boolean hear(String line, BufferedReader in, OutputStream out) throws IOException {
    commands.add(line);
    var command = line.split("[ :]", 2)[0];
    return switch (command) {
      case "EHLO" -> answer("EHLO", "250 odd.test", out);
      case "DATA" -> answer("DATA", "354 go on", out) && mail(in, out);
      case "QUIT" -> answer("QUIT", "221 bye", out);
      default -> answer(command, "250 fine", out);
    };
  }

  private boolean mail(BufferedReader in, OutputStream out) throws IOException {
    var line = in.readLine();
    while (line != null && !line.equals(".")) {
      commands.add(line);
      line = in.readLine();
    }
    return line != null && answer(".", "250 taken", out);
  }

  private boolean answer(String command, String standard, OutputStream out) throws IOException {
    var answer = answers.getOrDefault(command, standard);
    if (answer.equals(DRIBBLE)) {
      dribble(out);
    }
    if (!answer.equals(SILENCE) && !answer.equals(END)) {
      out.write((answer + "\r\n").getBytes(UTF_8));
      out.flush();
    }
    return !answer.equals(END);
  }

  private static void dribble(OutputStream out) throws IOException {
    while (true) {
      out.write('2');
      out.flush();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
