package fr.forment.access.server;

import fr.forment.engine.TimeMachine;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tomcat as FormENT needs it. */
@Configuration
@ConditionalOnWebApplication
class WebServer {

    /** After those that read the settings: the demonstration looks at where it is to listen. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(
            ObjectProvider<TimeMachine> demonstration,
            @Value("${forment.https:false}") boolean https,
            @Value("${forment.trusted-proxies:}") String proxies) {
        return server -> {
            server.addConnectorCustomizers(connector -> {
                if (demonstration.getIfAvailable() != null
                        && (server.getAddress() == null || !server.getAddress().isLoopbackAddress())) {
                    throw new DemonstrationInPublic();
                }
            });
            if (!proxies.isBlank()) {
                server.addEngineValves(behind(TrustedProxies.pattern(proxies)));
            }
            server.addEngineValves(new ReadableAddresses(), new BodiesFirst());
            server.addContextValves(new RefusedBodies());
            var headers = new AnswerHeaders(https);
            server.addConnectorCustomizers(connector -> onEveryAnswer(connector, headers));
        };
    }

    /** What a proxy says counts only when it is one of these; nothing it says changes the host. */
    private static RemoteIpValve behind(String trusted) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(trusted);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    private static void onEveryAnswer(Connector connector, AnswerHeaders headers) {
        connector.addLifecycleListener(event -> {
            if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
                var protocol = connector.getProtocolHandler();
                protocol.setAdapter(new HeadersFirst(protocol.getAdapter(), headers));
            }
        });
    }
}
