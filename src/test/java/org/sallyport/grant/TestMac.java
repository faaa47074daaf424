package org.sallyport.grant;

import java.util.Arrays;
import org.sallyport.platform.crypto.Mac;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;

/** Authenticates under one key that never rotates. */
public record TestMac(byte keyByte) implements ServerMac {

  @Override
  public byte[] mac(Purpose purpose, byte[] data) {
    var code = key(purpose).of(data);
    return Arrays.copyOf(code, LENGTH);
  }

  @Override
  public boolean verify(Purpose purpose, byte[] data, byte[] code) {
    return Arrays.equals(mac(purpose, data), code);
  }

  private Mac key(Purpose purpose) {
    var key = new byte[Mac.LENGTH];
    Arrays.fill(key, (byte) (keyByte * 16 + purpose.name().length()));
    return new Mac(key);
  }
}
