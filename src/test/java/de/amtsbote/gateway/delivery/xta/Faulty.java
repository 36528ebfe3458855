package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaRemote;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

/** Servers to which the line breaks at one operation. */
public final class Faulty {

  private Faulty() {}

  /** The same server, but the line breaks behind each call of this operation. */
  public static XtaRemote losing(XtaRemote server, String operation) {
    return (XtaRemote)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {XtaRemote.class},
            (proxy, method, arguments) -> {
              try {
                var answer = method.invoke(server, arguments);
                if (method.getName().equals(operation)) {
                  throw new IOException("the answer got lost");
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The same server, but something happens before the answer to this operation is here. */
  static XtaRemote before(XtaRemote server, String operation, Runnable other) {
    return (XtaRemote)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {XtaRemote.class},
            (proxy, method, arguments) -> {
              try {
                var answer = method.invoke(server, arguments);
                if (method.getName().equals(operation)) {
                  other.run();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The same server, but no call of this operation reaches it. */
  public static XtaRemote dead(XtaRemote server, String operation) {
    return (XtaRemote)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {XtaRemote.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(operation)) {
                throw new IOException("the server does not answer");
              }
              try {
                return method.invoke(server, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The same server, but the first message that is fetched breaks the line each time. */
  public static XtaRemote breaking(XtaRemote server) {
    var first = new AtomicReference<Object>();
    return (XtaRemote)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {XtaRemote.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("fetch")) {
                first.compareAndSet(null, arguments[0]);
                if (first.get().equals(arguments[0])) {
                  throw new IOException("the line broke");
                }
              }
              try {
                return method.invoke(server, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
