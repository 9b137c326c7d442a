/// The coefficients of RODAS, a stiffly accurate, L-stable Rosenbrock method of order four with six stages, an
/// embedded error of order three and a continuous extension.
///
/// Hairer E, Wanner G. Solving Ordinary Differential Equations II, 2nd ed. Springer 1996, section IV.7. One step needs
/// one Jacobian and one factorisation, keeps no history and so loses none at a dose.
enum RosenbrockMethod {
    static let gamma = 0.25
    /// When each stage looks, as a share of the step.
    static let stageTimes = [0, 0.386, 0.21, 0.63, 1, 1]
    /// How much of the derivative to time each stage takes, times the step.
    static let timeDerivativeWeights = [0.25, -0.1043, 0.1035, -0.0362, 0, 0]
    /// Where each stage stands: the step's start plus these shares of earlier stages.
    static let positions: [[Double]] = [
        [],
        [1.544],
        [0.9466785280815826, 0.2557011698983284],
        [3.314825187068521, 2.896124015972201, 0.9986419139977817],
        [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
        [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
    ]
    /// What earlier stages add to a stage's right-hand side, divided by the step.
    static let couplings: [[Double]] = [
        [],
        [-5.6688],
        [-2.430093356833875, -0.2063599157091915],
        [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
        [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
        [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
    ]
    /// Two rows of weights of the stages for the continuous extension.
    static let extensions: [[Double]] = [
        [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662],
        [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872],
    ]
    /// The error of a step falls as this power of its length.
    static let errorOrder = 4.0
}
