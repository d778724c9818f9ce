package fr.forment;

import fr.forment.engine.CleanHouse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the whole house, in the one context all such tests share. It starts on Tuesday 1 September 2026 at 08:00
 * with no process running and, at the beginning of a class, with no row of another one; those of earlier tests of the
 * class stay, so each makes its own ground ({@code TestGround}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = FormentApplication.class)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ExtendWith(CleanHouse.class)
public @interface HouseTest {}
