package io.github.quarkusclaude.service.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models}: what models there are. */
@Command(name = "models", description = "Lists the models of the catalogue.", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        ModelsCommand.ListModels.class, ModelsCommand.ShowModel.class })
class ModelsCommand implements Runnable {

    private final ModelList list;

    @Mixin
    ModelListOptions options;

    ModelsCommand(ModelList list) {
        this.list = list;
    }

    @Override
    public void run() {
        list.print(options);
    }

    /** {@code models list}: the same as {@code models}. */
    @Command(name = "list", description = "Lists the models of the catalogue.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class ListModels implements Runnable {

        private final ModelList list;

        @Mixin
        ModelListOptions options;

        ListModels(ModelList list) {
            this.list = list;
        }

        @Override
        public void run() {
            list.print(options);
        }
    }

    /** {@code models show}: all about one model. */
    @Command(name = "show", description = "Shows what the catalogue knows of a model.", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static class ShowModel implements Runnable {

        private final ModelList list;

        @picocli.CommandLine.Parameters(paramLabel = "ID", description = "The id or an alias of the model.")
        String id;

        @Mixin
        ModelDetailOptions options;

        ShowModel(ModelList list) {
            this.list = list;
        }

        @Override
        public void run() {
            list.printOne(id, options);
        }
    }
}
