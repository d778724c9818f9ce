package fr.forment.people;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The rooms of people alone, on a database of each test's own; a twin on PostgreSQL brings another one. */
public abstract class OnStaffDatabase {

    protected AnnotationConfigApplicationContext context;
    protected StaffService staff;
    protected Agents agents;

    @BeforeEach
    protected void openDatabase() {
        context = database();
        staff = context.getBean(StaffService.class);
        agents = context.getBean(Agents.class);
    }

    protected AnnotationConfigApplicationContext database() {
        return StaffDatabase.inMemory();
    }

    @AfterEach
    protected void closeDatabase() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
