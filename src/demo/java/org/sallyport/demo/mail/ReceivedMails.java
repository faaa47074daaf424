package org.sallyport.demo.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last mails, as they came over the wire, the newest first; a restart forgets them. */
@ApplicationScoped
public class ReceivedMails {
  private static final int MOST = 50;

  private final Deque<byte[]> mails = new ArrayDeque<>();

  /** Keeps this one, and the last ones before it. */
  public synchronized void add(byte[] mail) {
    mails.addFirst(mail);
    if (mails.size() > MOST) {
      mails.removeLast();
    }
  }

  /** All that there are. */
  public synchronized List<byte[]> all() {
    return List.copyOf(mails);
  }
}
