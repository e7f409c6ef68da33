using Cake.Core;

namespace Cake.Frosting;

/// <summary>What every task is given; a build derives its own and adds what its tasks share.</summary>
public interface IFrostingContext : ICakeContext;

/// <inheritdoc cref="IFrostingContext"/>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
