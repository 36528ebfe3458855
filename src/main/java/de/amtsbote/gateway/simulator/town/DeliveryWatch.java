package de.amtsbote.gateway.simulator.town;

import de.amtsbote.osci.mailbox.MailboxStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notices that an order which is being handled has laid a delivery into a mailbox. */
final class DeliveryWatch implements BeanPostProcessor {

  private final ThreadLocal<Boolean> stored = ThreadLocal.withInitial(() -> false);

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof MailboxStore store ? watched(store) : bean;
  }

  /** Begins to watch this thread. */
  void begin() {
    stored.set(false);
  }

  /** Whether a delivery was stored by this thread since then. */
  boolean hasStored() {
    return stored.get();
  }

  void end() {
    stored.remove();
  }

  private MailboxStore watched(MailboxStore store) {
    return (MailboxStore)
        Proxy.newProxyInstance(
            MailboxStore.class.getClassLoader(),
            new Class<?>[] {MailboxStore.class},
            (proxy, method, arguments) -> {
              try {
                var result = method.invoke(store, arguments);
                if (method.getName().equals("store")) {
                  stored.set(true);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
