package fr.forment.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Deploys what lies in {@code bpmn/} and {@code forms/} under the path it has in the repository, so that the name of a
 * resource is the same from a checkout and from the jar: nothing is deployed twice, and two files of one name do not
 * collide.
 */
class DeployedModels extends AbstractCamundaConfiguration implements CamundaDeploymentConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setDeploymentName("FormENT");
        configuration.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        preInit((SpringProcessEngineConfiguration) configuration);
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        var found = new LinkedHashSet<Resource>();
        for (String pattern : new String[] {"bpmn/**/*.bpmn", "bpmn/**/*.dmn", "forms/**/*.form"}) {
            String folder = pattern.substring(0, pattern.indexOf('/') + 1);
            Arrays.stream(scan("classpath*:" + pattern))
                    .map(resource -> Named.of(resource, folder))
                    .sorted(Comparator.comparing(Named::getPathWithinContext))
                    .forEach(found::add);
        }
        return found;
    }

    private static Resource[] scan(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource that says its path in the repository. */
    private static final class Named extends org.springframework.core.io.UrlResource implements ContextResource {

        private final String path;

        private Named(java.net.URL url, String path) {
            super(url);
            this.path = path;
        }

        static Named of(Resource resource, String folder) {
            try {
                String url = resource.getURL().toString();
                return new Named(resource.getURL(), url.substring(url.lastIndexOf('/' + folder) + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream source = super.getInputStream();
            if (!path.endsWith(".form")) {
                return source;
            }
            try (source) {
                return new ByteArrayInputStream(TypesetForm.of(source.readAllBytes()));
            }
        }

        @Override
        public String getPathWithinContext() {
            return path;
        }
    }
}
