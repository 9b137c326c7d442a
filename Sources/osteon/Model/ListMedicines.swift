import ArgumentParser
import Physiology
import Reporting

/// `osteon model medicines`: what a scenario may prescribe.
struct ListMedicines: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "medicines", abstract: "List medicines, their forms, believable doses and usual intervals.")

    func run() {
        print(MedicineListing.text(Medicines.catalogue, width: Terminal.width), terminator: "")
    }
}
