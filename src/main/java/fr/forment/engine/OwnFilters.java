package fr.forment.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/** Stores and hands out only the filters that the application wrote: see {@link WrittenFilters}. */
final class OwnFilters extends FilterManager {

    private final WrittenFilters written;

    private OwnFilters(WrittenFilters written) {
        this.written = written;
    }

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        if (!written.isUnchanged(filter)) {
            throw new RefusedByEngine(
                    "Les filtres de Tasklist sont ceux de FormENT : on ne peut ni en ajouter, ni les modifier.");
        }
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null && !written.isUnchanged(filter)) {
            throw new RefusedByEngine(
                    "Ce filtre n'est pas, ou n'est plus, celui de FormENT : il n'est pas appliqué. Actualisez la page.");
        }
        return filter;
    }

    /** Makes one for each command. */
    static final class Factory implements SessionFactory {

        private final WrittenFilters written;

        Factory(WrittenFilters written) {
            this.written = written;
        }

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnFilters(written);
        }
    }
}
