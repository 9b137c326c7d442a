import Modeling

/// One batch on its way through a multiscale integration.
struct MultiscaleRun {
    private let problem: LaneProblem
    private let separation: Separation
    private let kinetics: KineticsRun
    private let hours: MultiscaleSolver.Hours
    /// For a window's pattern, the cells of each part between doses that were short enough the last time.
    private var grids: [LaneSchedule.Stretch.Key: [[Double]]] = [:]
    private let integrator: RosenbrockIntegrator
    private var sampler: LaneSampler
    private var instants: InstantSamples
    /// Typical magnitudes of the interface functions, so that one that is next to nothing now is not followed as if
    /// that mattered.
    private var sizes: LaneRows
    private var constants: LaneRows
    /// Start, inverse length and cubics of the present cell.
    private var cell: LaneRows

    /// A cell's cubic must meet the average it stands for to this share of its typical size.
    private static let fidelity = 2e-5
    /// The same for cells of hours, whose misses change sign from one to the next and average out: so many relative
    /// errors of a step.
    private static let missesPerTolerance = 40.0
    private let fidelityOfHours: Double
    /// Where in a cell the average is taken: the extremes of a Chebyshev polynomial.
    private static let nodes = [0, 0.25, 0.75, 1.0]
    private static let check = 0.5
    /// Days; no cell is divided further. A saturated response to a dose can rise within minutes.
    private static let shortestCell = 1e-4
    /// Days; slow states allow it at once.
    private static let firstStep = 0.1

    init(
        _ problem: LaneProblem, separation: Separation, kinetics: Kinetics, hours: MultiscaleSolver.Hours,
        step: RosenbrockStep,
        slowOutputs: LaneProgram, outputs: LaneProgram, doses: DosePrograms, tolerances: Tolerances, maximumSteps: Int,
        samples: [Sample]
    ) throws {
        self.problem = problem
        self.separation = separation
        self.hours = hours
        fidelityOfHours = Self.missesPerTolerance * tolerances.relative
        let (shape, compiled) = (problem.shape, problem.compiled)
        constants = problem.constants
        sizes = LaneRows(separation.interface.count, shape)
        cell = LaneRows(separation.slowSystem.varying.count, shape)
        self.kinetics = KineticsRun(
            kinetics, linear: separation.linear, system: compiled.equations,
            states: problem.states.rows(separation.linear), doses: LaneDoses(doses, shape: shape))
        integrator = RosenbrockIntegrator(
            step, shape: shape, tolerances: tolerances, maximumSteps: maximumSteps, time: problem.span.lowerBound,
            states: problem.states.rows(separation.slow), firstStep: Self.firstStep)
        sampler = LaneSampler(separation.slowSystem, slowOutputs, samples: samples, shape: shape)
        instants = InstantSamples(
            compiled.equations, outputs, separation, samples: samples, shape: shape)
        load()
        sizes = self.kinetics.typicalSizes(at: [problem.span.lowerBound, problem.span.upperBound])
    }

    private mutating func load() {
        kinetics.load(constants: constants)
        instants.load(constants: constants)
        integrator.load(constants: constants)
        sampler.load(constants: constants)
    }

    mutating func result() throws -> LaneTrajectory {
        setCell(
            from: problem.span.lowerBound, to: problem.span.lowerBound + 1,
            [LaneRows(separation.interface.count, problem.shape)])
        sampler.advance(LaneStep(at: integrator.time, integrator.states))
        instants.take(upTo: integrator.time, sampler) { [kinetics] _ in kinetics.states }
        let stretches = problem.schedule.stretches(in: problem.span)
        for stretch in stretches {
            for lane in stretch.change.beginnings {
                integrator.begin(lane, with: problem.states.rows(separation.slow))
                kinetics.begin(lane, with: problem.states.rows(separation.linear))
            }
            if !stretch.change.settings.isEmpty {
                try constants.apply(stretch.change.settings, in: problem.compiled)
                load()
            }
            try cross(stretch)
        }
        var statistics = integrator.statistics
        statistics.events = stretches.reduce(0) { $0 + $1.doses.count * $1.count + ($1.change.isEmpty ? 0 : 1) }
        var final = problem.states
        final.set(separation.linear, from: kinetics.states)
        final.set(separation.slow, from: integrator.states)
        let count = problem.compiled.equations.outputs.count
        let outputs = instants.merged(with: sampler.outputs).map { $0.spread(over: count, at: separation.wanted) }
        return LaneTrajectory(
            samples: sampler.samples, outputs: outputs, finalStates: final, statistics: statistics,
            failures: integrator.failures)
    }

    /// Windows one by one until the kinetics repeat, the rest at one go; the last window may reach past the span.
    private mutating func cross(_ stretch: LaneSchedule.Stretch) throws {
        let last = problem.span.upperBound
        let isFollowed = hours == .followed && !(kinetics.isEmpty && stretch.doses.isEmpty)
        for window in 0..<stretch.count {
            let start = stretch.start + stretch.length * Double(window)
            if !isFollowed, stretch.count - window > 1,
                try kinetics.isPeriodic(stretch, ignoring: Set(integrator.failures.keys))
            {
                let end = min(stretch.end, last)
                try cruise(stretch, from: start, to: end)
                try kinetics.settle(stretch, after: Self.offset(of: end, in: stretch, from: start))
                return
            }
            let end = min(window == stretch.count - 1 ? stretch.end : start + stretch.length, last)
            let before = kinetics.states
            if isFollowed {
                try follow(stretch, from: start, to: end)
            } else {
                let average = try kinetics.averageAndAdvance(stretch, from: start, by: end - start)
                setCell(from: start, to: end, [average])
                try integrator.advance(to: end, &sampler)
            }
            guard instants.isInterested(upTo: end) else { continue }
            try instants.take(upTo: end, sampler) { [kinetics] in
                try kinetics.states(after: $0 - start, in: stretch, from: before)
            }
        }
    }

    /// Goes through a window hour by hour, in cells between doses in which a cubic meets what the skeleton sees.
    private mutating func follow(_ stretch: LaneSchedule.Stretch, from start: Double, to end: Double) throws {
        var grid = grids[stretch.key] ?? []
        for (index, part) in try kinetics.parts(of: stretch).enumerated() where start + part.from < end {
            if grid.count <= index { grid.append([part.from, part.to]) }
            var used = [part.from]
            var pending = zip(grid[index], grid[index].dropFirst()).reversed().map { (from: $0, to: $1) }
            var first = kinetics.interface(of: part, at: part.from, start)
            while let cell = pending.popLast(), start + cell.from < end {
                let length = cell.to - cell.from
                let values =
                    [first]
                    + Self.nodes.dropFirst().map {
                        kinetics.interface(of: part, at: cell.from + $0 * length, start)
                    }
                let middle = cell.from + Self.check * length
                let isSampled = sampler.isInterested(upTo: start + cell.to)
                setCell(from: start + cell.from, to: start + cell.to, values, isSampled: isSampled)
                let exact = kinetics.interface(of: part, at: middle, start)
                let rows = isSampled ? Array(0..<exact.count) : separation.driving
                guard length <= Self.shortestCell || isFaithful(exact, values, rows, to: fidelityOfHours) else {
                    pending.append((middle, cell.to))
                    pending.append((cell.from, middle))
                    continue
                }
                try integrator.advance(to: min(start + cell.to, end), &sampler)
                used.append(cell.to)
                first = values[values.count - 1]
            }
            if used.last == part.to { grid[index] = used }
        }
        grids[stretch.key] = grid
        try kinetics.advance(stretch, by: end - start)
    }

    /// Crosses a stretch in which only the woman's own slow changes make the averages move.
    private mutating func cruise(_ stretch: LaneSchedule.Stretch, from start: Double, to end: Double) throws {
        var pending = [(from: start, to: end)]
        while let cell = pending.popLast() {
            let length = cell.to - cell.from
            let averages = try Self.nodes.map {
                try kinetics.periodicAverage(stretch, around: cell.from + $0 * length)
            }
            let middle = cell.from + Self.check * length
            setCell(from: cell.from, to: cell.to, averages)
            let exact = try kinetics.periodicAverage(stretch, around: middle)
            guard length <= 2 * stretch.length || isFaithful(exact, averages, Array(0..<exact.count), to: Self.fidelity)
            else {
                // The later half waits below the earlier one.
                pending.append((middle, cell.to))
                pending.append((cell.from, middle))
                continue
            }
            try integrator.advance(to: cell.to, &sampler)
            guard instants.isInterested(upTo: cell.to) else { continue }
            try instants.take(upTo: cell.to, sampler) { [kinetics] time in
                try kinetics.periodicStates(stretch, after: Self.offset(of: time, in: stretch, from: start))
            }
        }
    }

    /// How far into its window a time lies; at the end of one window, not at the start of the next.
    private static func offset(of time: Double, in stretch: LaneSchedule.Stretch, from start: Double) -> Double {
        let windows = ((time - start) / stretch.length - 1e-9).rounded(.down)
        return time - start - max(windows, 0) * stretch.length
    }

    /// Whether the present cell's cubic meets the average at its middle.
    private func isFaithful(_ exact: LaneRows, _ averages: [LaneRows], _ rows: [Int], to fidelity: Double) -> Bool {
        for row in rows {
            for lane in problem.shape.valueLanes {
                var size = max(abs(exact[row, lane]), sizes[row, lane])
                for average in averages { size = max(size, abs(average[row, lane])) }
                var value = 0.0
                for power in (0..<Separation.coefficients).reversed() {
                    value = value * Self.check + cell[Separation.place(of: row, power: power), lane]
                }
                if abs(value - exact[row, lane]) > fidelity * size { return false }
            }
        }
        return true
    }

    /// Gives the slow system a cell: one average for all of it, or the cubic through averages at `nodes`.
    private mutating func setCell(
        from start: Double, to end: Double, _ averages: [LaneRows], isSampled: Bool = true
    ) {
        cell.set(row: 0, to: start)
        cell.set(row: 1, to: 1 / (end - start))
        let width = problem.shape.width
        for row in 0..<separation.interface.count {
            let first = Separation.place(of: row, power: 0) * width
            for lane in 0..<width {
                let place = row * width + lane
                let y0 = averages[0].values[place]
                let cubic =
                    averages.count == 1
                    ? SIMD4(y0, 0, 0, 0)
                    : Self.cubic(
                        y0, averages[1].values[place], averages[2].values[place], averages[3].values[place])
                for power in 0..<Separation.coefficients {
                    cell.values[first + power * width + lane] = cubic[power]
                }
            }
        }
        integrator.load(varying: cell)
        if isSampled { sampler.load(varying: cell) }
    }

    /// Coefficients of the cubic with given values at 0, 1/4, 3/4 and 1.
    private static func cubic(_ y0: Double, _ y1: Double, _ y2: Double, _ y3: Double) -> SIMD4<Double> {
        // Newton's divided differences, multiplied out.
        let first = (y1 - y0) / 0.25
        let second = (y2 - y1) / 0.5
        let third = (y3 - y2) / 0.25
        let firstSecond = (second - first) / 0.75
        let secondThird = (third - second) / 0.75
        let all = secondThird - firstSecond
        // y0 + f x + s x (x - 1/4) + a x (x - 1/4) (x - 3/4)
        return SIMD4(y0, first - firstSecond / 4 + all * 3 / 16, firstSecond - all, all)
    }
}
