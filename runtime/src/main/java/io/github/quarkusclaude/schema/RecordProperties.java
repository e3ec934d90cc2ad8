package io.github.quarkusclaude.schema;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.RecordComponentInfo;

/** The properties of a record: its components. */
final class RecordProperties {

    private final ObjectMembers members;

    RecordProperties(ObjectMembers members) {
        this.members = members;
    }

    List<Property> of(ClassInfo info, TypeBindings bindings) {
        List<Property> properties = new ArrayList<>();
        MethodInfo constructor = info.canonicalRecordConstructor();
        List<RecordComponentInfo> components = info.recordComponentsInDeclarationOrder();
        for (int i = 0; i < components.size(); i++) {
            RecordComponentInfo component = components.get(i);
            MethodParameterInfo parameter = constructor != null && i < constructor.parametersCount()
                    ? constructor.parameters().get(i)
                    : null;
            members.add(properties, component.name(), component.type(), bindings,
                    Members.of(component, component.field(), component.accessor(), parameter));
        }
        return properties;
    }
}
