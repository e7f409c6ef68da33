using DocsPipeline.Documents;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Tests.Documents;

/// <summary>Takes a sample that is in order, breaks one rule of the trade in it, and expects the schema to refuse it at that
/// place.</summary>
public sealed class DomainRulesTests
{
    [Theory]
    [InlineData("as2-setup-guide", "test.isa-id", "'SIXTEENCHARACTER'")] // ISA06 has 15 places
    [InlineData("as2-setup-guide", "test.isa-id", "'haldentest'")]
    [InlineData("as2-setup-guide", "test.isa-qualifier", "'Z'")]
    [InlineData("as2-setup-guide", "test.isa-qualifier", "'ZZZ'")]
    [InlineData("as2-setup-guide", "test.gs-id", "'H'")]
    [InlineData("as2-setup-guide", "test.gs-id", "'SIXTEENCHARACTER'")]
    [InlineData("as2-setup-guide", "test.usage-indicator", "'P'")] // production data must not come from test
    [InlineData("as2-setup-guide", "production.usage-indicator", "'T'")]
    [InlineData("as2-setup-guide", "production.usage-indicator", "'I'")]
    [InlineData("as2-setup-guide", "production.as2-url", "'http://as2.halden.example/as2'")] // plain HTTP
    [InlineData("as2-setup-guide", "test.x12-version", "'4010'")]
    [InlineData("as2-setup-guide", "test.x12-version", "'009010'")]
    [InlineData("as2-setup-guide", "test.encryption", "'3des'")]
    [InlineData("as2-setup-guide", "test.signature", "'sha-1'")]
    [InlineData("as2-setup-guide", "test.password", "'hunter2'")] // no place for one
    [InlineData("as2-setup-guide", "certificates[0].sha256", "'3F:1C'")]
    [InlineData("as2-setup-guide", "certificates[0].sha256", "'3f1c9a'")]
    [InlineData("as2-setup-guide", "certificates[0].not-after", "'2028-02-30T00:00:00Z'")]
    [InlineData("as2-setup-guide", "certificates[0].not-after", "'01.02.2028'")]
    [InlineData("as2-setup-guide", "acknowledge-within-hours", "0")]
    [InlineData("sftp-setup-guide", "test.unb-id", "'123456789012345678901234567890123456'")] // UNB 0004 has 35 places
    [InlineData("sftp-setup-guide", "test.unb-test-indicator", "0")]
    [InlineData("sftp-setup-guide", "production.unb-test-indicator", "1")]
    [InlineData("sftp-setup-guide", "test.sftp-host-key", "'SHA256:short'")]
    [InlineData("x12-850-purchase-order", "x12.set", "'851'")]
    [InlineData("x12-850-purchase-order", "x12.version", "'4010'")]
    [InlineData("x12-850-purchase-order", "x12.functional-group", "'SH'")] // SH is the ship notice's
    [InlineData("x12-850-purchase-order", "x12.functional-group", "'po'")]
    [InlineData("x12-850-purchase-order", "edifact", "{ message: 'ORDERS', directory: 'D.96A' }")] // both standards
    [InlineData("x12-850-purchase-order", "guide-version", "'3'")]
    [InlineData("edifact-orders-purchase-order", "edifact.directory", "'96A'")]
    [InlineData("edifact-orders-purchase-order", "edifact.message", "'PURCHASE'")]
    [InlineData("support-contacts", "severities[0].severity", "0")]
    [InlineData("support-contacts", "severities[0].severity", "5")]
    [InlineData("support-contacts", "contacts[0].mailbox", "'the desk'")]
    [InlineData("partner-agreement-acme-tools", "audience.partners", "['acme', 'borealis']")] // an agreement has one reader
    [InlineData("partner-agreement-acme-tools", "audience.partners", "[]")]
    [InlineData("partner-agreement-acme-tools", "audience.groups", "['x12-suppliers']")]
    [InlineData("partner-agreement-acme-tools", "parties", "['Halden Retail ASA']")]
    [InlineData("supplier-compliance-checklist", "requirements[0].penalty", "-5")]
    [InlineData("supplier-compliance-checklist", "currency", "'euro'")]
    [InlineData("faq-when-do-purchase-orders-arrive", "selected", "'yes'")]
    [InlineData("edi-gateway-cutover-january-2027", "change", "'CHG-4'")]
    [InlineData("edi-gateway-cutover-january-2027", "cutover-start", "'2027-01-23 20:00'")]
    [InlineData("edi-gateway-cutover-january-2027", "cutover-start", "'2027-01-23T20:00:00+01:00'")] // UTC only
    [InlineData("incident-inc-000017", "severity", "'high'")]
    [InlineData("incident-inc-000017", "actions[0].owner", "'Kim'")]
    [InlineData("incident-inc-000017", "documents-delayed", "-1")]
    [InlineData("supplier-test-plan", "audience", "{ communities: ['halden-suppliers'], groups: ['everyone'] }")] // a plan stays inside
    [InlineData("supplier-test-plan", "classification", "'partner'")]
    [InlineData("supplier-test-plan", "cases[0].id", "'856-03'")]
    [InlineData("support-contacts", "audience.everyone", "true")]
    [InlineData("support-contacts", "id", "'support--contacts'")] // two hyphens belong to addenda
    [InlineData("support-contacts", "classification", "'public'")]
    [InlineData("support-contacts", "owner", "'Wera Writer'")]
    [InlineData("support-contacts", "review-by", "'2027-13-01'")]
    [InlineData("support-contacts", "revision", "4")] // derived, never typed
    public void Is_refused(string id, string path, string value)
    {
        var json = Sample(id);
        Set(json, path, JToken.Parse(value));
        Faults(json).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("incident-inc-000017", "actions[0].due")]
    [InlineData("incident-inc-000017", "actions[0].owner")]
    [InlineData("partner-agreement-acme-tools", "audience")]
    [InlineData("partner-agreement-acme-tools", "audience.partners")]
    [InlineData("x12-850-purchase-order", "x12")]
    [InlineData("faq-when-do-purchase-orders-arrive", "selected")]
    [InlineData("support-contacts", "summary")]
    [InlineData("support-contacts", "owner")]
    [InlineData("support-contacts", "classification")]
    public void Is_refused_without(string id, string path)
    {
        var json = Sample(id);
        json.SelectToken(path)!.Parent!.Remove();
        Faults(json).ShouldNotBeEmpty();
    }

    [Fact]
    public void An_audience_may_be_absent()
    {
        var json = Sample("support-contacts");
        json.Remove("audience");
        Faults(json).ShouldBeEmpty();
    }

    private static JObject Sample(string id)
    {
        var json = (JObject)Checkout.Documents.ById[id].FrontMatter.Json.DeepClone();
        Faults(json).ShouldBeEmpty();
        return json;
    }

    private static IEnumerable<string> Faults(JObject frontMatter)
    {
        Checkout.Kinds.TryGet((string)frontMatter["kind"]!, out var kind).ShouldBeTrue();
        return kind!.Schema.Validate(frontMatter).Select(fault => fault.ToString());
    }

    private static void Set(JObject json, string path, JToken value)
    {
        var dot = path.LastIndexOf('.');
        var parent = (JObject)(dot < 0 ? json : json.SelectToken(path[..dot])!);
        parent[path[(dot + 1)..]] = value;
    }
}
