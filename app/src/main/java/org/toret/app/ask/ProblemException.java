package org.toret.app.ask;

/// A question that cannot be answered, on its way to whoever asked.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.kind() + " " + problem.args());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
