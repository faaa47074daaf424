package org.sallyport.journey;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The database of the in-container tests, there before the server that asks for it. */
public final class ContainerDatabase implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Integer.getInteger("container.database.port") != null) {
      Postgres.shared().url("container");
    }
  }
}
