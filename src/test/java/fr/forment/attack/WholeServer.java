package fr.forment.attack;

import fr.forment.FormentApplication;
import fr.forment.engine.OwnEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The demonstration behind a real server: the very one the browsers of other tests visit, so that it starts once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnEngine.class)
@SpringBootTest(
        classes = FormentApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:forment-browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@interface WholeServer {}
