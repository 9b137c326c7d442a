/// What a file of an archive is, by the address that manifests give it.
public enum CombineFormat: String, Sendable, CaseIterable {
    case archive = "http://identifiers.org/combine.specifications/omex"
    case manifest = "http://identifiers.org/combine.specifications/omex-manifest"
    case metadata = "http://identifiers.org/combine.specifications/omex-metadata"
    case sbml = "http://identifiers.org/combine.specifications/sbml.level-3.version-2"
    case sedml = "http://identifiers.org/combine.specifications/sed-ml.level-1.version-4"
    case csv = "http://purl.org/NET/mediatypes/text/csv"
    case html = "http://purl.org/NET/mediatypes/text/html"
    case json = "http://purl.org/NET/mediatypes/application/json"
    case yaml = "http://purl.org/NET/mediatypes/application/yaml"
    case bibtex = "http://purl.org/NET/mediatypes/application/x-bibtex"
    case hdf5 = "http://purl.org/NET/mediatypes/application/x-hdf5"
}
