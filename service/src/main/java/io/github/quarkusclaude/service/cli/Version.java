package io.github.quarkusclaude.service.cli;

import io.github.quarkusclaude.transport.ClientVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] { "quarkus-claude " + ClientVersion.VERSION };
    }
}
