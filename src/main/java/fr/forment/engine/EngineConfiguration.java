package fr.forment.engine;

import fr.forment.engine.sent.CleanForms;
import fr.forment.engine.sent.CleanTexts;
import fr.forment.engine.sent.TasksInHand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is set up beyond its properties. */
@Configuration
class EngineConfiguration {

    @Bean
    static Clock clock() {
        return new AppClock();
    }

    @Bean
    static CamundaDeploymentConfiguration deployedModels() {
        return new DeployedModels();
    }

    /**
     * Our migrations index the engine's tables, so they come after it: always, whatever order the beans happen to be
     * asked for. And the engine makes its tables and deploys when no other node does so.
     */
    @Bean
    static BeanFactoryPostProcessor migrationsAfterTheEngine() {
        return beans -> {
            if (beans.containsBeanDefinition("startLock")) {
                beans.getBeanDefinition("processEngineFactoryBean").setDependsOn("startLock");
            }
            if (beans.containsBeanDefinition("flywayInitializer")) {
                beans.getBeanDefinition("flywayInitializer").setDependsOn("processEngineFactoryBean");
            }
        };
    }

    /** Only where the clock may be moved: the demonstration and the tests. */
    @Bean
    @ConditionalOnProperty("forment.demo.start")
    TimeMachine timeMachine(Clock clock, ProcessEngine engine, AsTheHouse house) {
        return new TimeMachine(clock, engine, house);
    }

    /**
     * Models bring no code ({@link AllowedModels}), see the steps beans and nothing else ({@link GuardedExpressions}).
     */
    @Bean
    static ProcessEnginePlugin guardedModels(ApplicationContext context) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                Map<Object, Object> steps = new StepsBeans(context);
                configuration.setBeans(steps);
                configuration.setExpressionManager(new GuardedExpressions(context, steps));
                var deployers = new ArrayList<Deployer>(List.of(new AllowedModels(steps::containsKey)));
                deployers.addAll(Objects.requireNonNullElse(configuration.getCustomPreDeployers(), List.of()));
                configuration.setCustomPreDeployers(deployers);
                var listeners = new ArrayList<BpmnParseListener>(
                        List.of(new ForgottenForms(), new TaskNames(configuration.getExpressionManager())));
                listeners.addAll(Objects.requireNonNullElse(configuration.getCustomPreBPMNParseListeners(), List.of()));
                configuration.setCustomPreBPMNParseListeners(listeners);
            }
        };
    }

    @Bean
    static WrittenFilters writtenFilters() {
        return new WrittenFilters();
    }

    /** See {@link OwnGroups}, {@link OwnFilters} and {@link NewTasks}. */
    @Bean
    static ProcessEnginePlugin ownManagers(WrittenFilters filters) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var factories = new ArrayList<SessionFactory>(
                        List.of(new OwnGroups.Factory(), new OwnFilters.Factory(filters)));
                factories.addAll(Objects.requireNonNullElse(configuration.getCustomSessionFactories(), List.of()));
                configuration.setCustomSessionFactories(factories);
                configuration.setResourceAuthorizationProvider(new NewTasks());
            }
        };
    }

    /** See {@link CleanForms}, {@link TasksInHand} and {@link CleanTexts}. */
    @Bean
    static ProcessEnginePlugin cleanTexts() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setFormService(new CleanForms());
                configuration.setTaskService(new TasksInHand());
                configuration.setCustomPreVariableSerializers(List.of(new CleanTexts()));
            }
        };
    }

    /** See {@link FiguresOfToday}. */
    @Bean
    static ProcessEnginePlugin figuresOfToday() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var interceptors = new ArrayList<CommandInterceptor>(List.of(new FiguresOfToday()));
                interceptors.addAll(Objects.requireNonNullElse(
                        configuration.getCustomPostCommandInterceptorsTxRequired(), List.of()));
                configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
            }
        };
    }

    /** So that a page can say which rule of a table applied. */
    @Bean
    static ProcessEnginePlugin heardRules() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var tables =
                        (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
                tables.getCustomPostDecisionTableEvaluationListeners().add(new MatchedRules());
                configuration.setDmnEngineConfiguration(tables);
            }
        };
    }
}
