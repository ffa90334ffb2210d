import ArgumentParser

@main
struct WarraqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "warraq")
}
