package org.sallyport.platform.crypto;

import static java.lang.invoke.MethodHandles.insertArguments;
import static java.lang.invoke.MethodHandles.publicLookup;
import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Amazon Corretto Crypto Provider, out of a jar that is on no class path. It starts a thread that
 * never ends, and a thread keeps alive what it was started by: so the provider has a class loader
 * of its own, and starts where nothing of this application is on the stack. Else each redeployment
 * would leave a whole application in memory.
 */
final class NativeCrypto {
  private static final String PROVIDER =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private NativeCrypto() {}

  /** The provider, at work; refuses a jar whose library does not load here. */
  static Provider load(Path jar) throws IOException, ReflectiveOperationException {
    URL[] urls = {jar.toUri().toURL()};
    var type = ((ClassLoader) alone(loaderOf(urls))).loadClass(PROVIDER);
    var provider = (Provider) alone(publicLookup().findStaticGetter(type, "INSTANCE", type));
    type.getMethod("assertHealthy").invoke(provider);
    alone(firstKey(provider));
    return provider;
  }

  private static MethodHandle loaderOf(URL[] urls) throws ReflectiveOperationException {
    var arguments = methodType(void.class, String.class, URL[].class, ClassLoader.class);
    var constructor = publicLookup().findConstructor(URLClassLoader.class, arguments);
    var parent = ClassLoader.getPlatformClassLoader();
    return insertArguments(constructor, 0, "sallyport-native", urls, parent);
  }

  // The thread starts with the first native object.
  private static MethodHandle firstKey(Provider provider) throws ReflectiveOperationException {
    try {
      var generator = KeyPairGenerator.getInstance("EC", provider);
      return publicLookup()
          .findVirtual(KeyPairGenerator.class, "generateKeyPair", methodType(KeyPair.class))
          .bindTo(generator);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the provider offers no elliptic curves", e);
    }
  }

  // All frames are the JDK's: a lambda would be ours, and a ForkJoinTask may run on our thread.
  private static Object alone(MethodHandle work) {
    Callable<?> call = MethodHandleProxies.asInterfaceInstance(Callable.class, work);
    var task = new FutureTask<>(call);
    ForkJoinPool.commonPool().execute(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the library does not load", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody waits for the library any more", e);
    }
  }
}
