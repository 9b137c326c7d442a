extension Unit {
    /// Every atomic unit, by the name it may be written with.
    static let known: [String: Unit] = {
        var table: [String: Unit] = [:]
        func add(_ names: [String], _ factor: Double, _ dimension: Dimension) {
            for name in names { table[name] = Unit(symbol: name, factor: factor, dimension: dimension) }
        }
        let time = Dimension(time: 1)
        let amount = Dimension(amount: 1)
        let mass = Dimension(mass: 1)
        let length = Dimension(length: 1)
        let volume = Dimension(length: 3)
        let activity = Dimension(activity: 1)

        add(["1", "ratio", "fraction"], 1, .one)
        add(["%", "percent"], 0.01, .one)

        add(["s"], 1.0 / 86_400, time)
        add(["min"], 1.0 / 1_440, time)
        add(["h", "hour", "hours"], 1.0 / 24, time)
        add(["d", "day", "days"], 1, time)
        add(["week", "weeks"], 7, time)
        add(["month", "months"], Unit.daysPerYear / 12, time)
        add(["y", "year", "years"], Unit.daysPerYear, time)

        for (prefix, factor) in [
            ("", 1), ("m", 1e-3), ("u", 1e-6), ("µ", 1e-6), ("μ", 1e-6), ("n", 1e-9), ("p", 1e-12),
        ] {
            add([prefix + "mol"], factor, amount)
            add([prefix + "g"], factor, mass)
        }
        add(["fmol"], 1e-15, amount)
        add(["mcg"], 1e-6, mass)
        add(["kg"], 1e3, mass)

        add(["L", "l"], 1, volume)
        add(["dL", "dl"], 0.1, volume)
        add(["mL", "ml"], 1e-3, volume)
        add(["uL", "µL", "μL"], 1e-6, volume)
        add(["m"], 10, length)
        add(["cm"], 0.1, length)
        add(["mm"], 0.01, length)

        // A joule in grams, decimetres and days.
        let joule = 1e3 * 1e2 * 86_400.0 * 86_400.0
        let energy = Dimension(time: -2, mass: 1, length: 2)
        add(["kJ"], 1e3 * joule, energy)
        add(["kcal"], 4184 * joule, energy)

        add(["IU"], 1, activity)
        add(["mIU"], 1e-3, activity)
        add(["uIU", "µIU", "μIU"], 1e-6, activity)
        add(["kIU"], 1e3, activity)
        return table
    }()
}
