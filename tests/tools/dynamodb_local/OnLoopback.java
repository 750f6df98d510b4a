import java.lang.reflect.Field;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local listens on every address and has no option against it; this binds its web server to the loopback. */
public final class OnLoopback {
  public static void main(String[] arguments) throws Exception {
    DynamoDBProxyServer local = ServerRunner.createServerFromCommandLineArgs(arguments);
    bindToLoopback(local);
    local.start();
    System.out.println("listening on http://127.0.0.1:" + arguments[arguments.length - 1]);
    local.join();
  }

  private static void bindToLoopback(DynamoDBProxyServer local) throws IllegalAccessException {
    for (Field field : DynamoDBProxyServer.class.getDeclaredFields()) {
      field.setAccessible(true);
      if (field.get(local) instanceof Server server) {
        for (Connector connector : server.getConnectors()) ((ServerConnector) connector).setHost("127.0.0.1");
        return;
      }
    }
    throw new IllegalStateException("this version of DynamoDB Local keeps its web server elsewhere");
  }
}
