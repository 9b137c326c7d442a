import Modeling

/// Which column of the map each component stands in and in what order, so that arrows run short and rarely cross.
///
/// Columns follow the way of a dose: medicines, axes, receptors, cells and sites of the skeleton, outcomes. Within a
/// column, groups stay together, and each component moves to the mean height of what it is connected to.
struct NetworkColumns {
    /// A group's share of a column, from top to bottom.
    struct Stack {
        let group: ComponentGroup
        var parts: [String]
    }

    /// From left to right; a group with more parts than fit in one column fills several.
    private(set) var columns: [[Stack]] = []

    /// Boxes in a column at most.
    private static let tallest = 22
    /// The same where all medicines are drawn, since more columns would make the map too wide for a page.
    private static let tallestOfMedicines = 27
    /// Sweeps after which the order changes no more.
    private static let sweeps = 24

    init(_ network: Network) {
        let groups = Dictionary(grouping: network.components.map(\.path), by: ComponentGroup.init(path:))
        let places = Set(groups.keys.map(\.column)).sorted()
        for place in places {
            let mine = ComponentGroup.allCases.filter { $0.column == place && groups[$0] != nil }
            let stacks = mine.flatMap { group in
                Self.split(groups[group] ?? [], of: group, network).map { Stack(group: group, parts: $0) }
            }
            let isSplit = Set(stacks.map(\.group)).count < stacks.count
            // Groups share a column as far as it has room, unless one of them needs several.
            var fresh: [[Stack]] = []
            for stack in stacks {
                let room = Self.tallest - (fresh.last ?? []).map(\.parts.count).reduce(0, +)
                if !isSplit, fresh.last != nil, stack.parts.count <= room {
                    fresh[fresh.count - 1].append(stack)
                } else {
                    fresh.append([stack])
                }
            }
            columns += fresh
        }
        for _ in 0..<Self.sweeps { sweep(network) }
    }

    /// The columns of one group: cells before the sites and markers they make, forms of medicines before what all forms
    /// of one share, and otherwise as few as needed.
    private static func split(_ parts: [String], of group: ComponentGroup, _ network: Network) -> [[String]] {
        if group == .skeleton {
            let isRead = { (path: String) in ComponentTitle.isSite(path) || path.hasPrefix("skeleton.marker") }
            return [parts.filter { !isRead($0) }, parts.filter(isRead)].filter { !$0.isEmpty }
        }
        if group == .pharmacology, parts.count > tallest {
            let forms = parts.filter { part in
                network.arrows.contains { $0.source == part && ComponentGroup(path: $0.target) == group }
            }
            return evenly(forms, atMost: tallestOfMedicines)
                + evenly(parts.filter { !forms.contains($0) }, atMost: tallestOfMedicines)
        }
        return evenly(parts, atMost: tallest)
    }

    private static func evenly(_ parts: [String], atMost most: Int) -> [[String]] {
        guard !parts.isEmpty else { return [] }
        let count = (parts.count + most - 1) / most
        let size = (parts.count + count - 1) / count
        return (0..<count).map { Array(parts[($0 * size)..<min(parts.count, ($0 + 1) * size)]) }
    }

    /// Moves every component to the mean height of its neighbours, within its stack.
    private mutating func sweep(_ network: Network) {
        var heights: [String: Double] = [:]
        for column in columns {
            let parts = column.flatMap(\.parts)
            for (place, part) in parts.enumerated() { heights[part] = (Double(place) + 0.5) / Double(parts.count) }
        }
        var neighbours: [String: [Double]] = [:]
        for arrow in network.arrows {
            neighbours[arrow.source, default: []].append(heights[arrow.target] ?? 0.5)
            neighbours[arrow.target, default: []].append(heights[arrow.source] ?? 0.5)
        }
        func aim(_ part: String) -> Double {
            let near = neighbours[part] ?? []
            let own = heights[part] ?? 0.5
            // Half its own place, so that neighbours that swap do not swap back.
            return near.isEmpty ? own : (own + near.reduce(0, +) / Double(near.count)) / 2
        }
        for column in columns.indices {
            for stack in columns[column].indices {
                columns[column][stack].parts = columns[column][stack].parts.enumerated()
                    .sorted { (aim($0.element), $0.offset) < (aim($1.element), $1.offset) }.map(\.element)
            }
        }
    }
}
