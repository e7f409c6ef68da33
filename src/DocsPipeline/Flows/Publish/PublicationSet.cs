using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Flows.Publish;

public static class PublicationSet
{
    public static IReadOnlyList<DesiredPublication> Build(DocumentSet documents, KindCatalogue kinds, PipelineSettings settings) => [];
}
