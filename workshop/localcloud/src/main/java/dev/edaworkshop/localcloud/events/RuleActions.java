package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The API actions on rules and targets. */
final class RuleActions {
    private final Rules rules;
    private final AccountContext account;

    RuleActions(EventBuses buses, AccountContext account) {
        this.account = account;
        rules = new Rules(buses);
    }

    void addTo(RpcService service) {
        service.operation("PutRule", PutRuleRequest::builder, this::putRule)
                .operation("DescribeRule", DescribeRuleRequest::builder, this::describeRule)
                .operation("ListRules", ListRulesRequest::builder, this::listRules)
                .operation("EnableRule", EnableRuleRequest::builder, this::enableRule)
                .operation("DisableRule", DisableRuleRequest::builder, this::disableRule)
                .operation("DeleteRule", DeleteRuleRequest::builder, this::deleteRule)
                .operation("PutTargets", PutTargetsRequest::builder, this::putTargets)
                .operation("ListTargetsByRule", ListTargetsByRuleRequest::builder, this::listTargets)
                .operation("RemoveTargets", RemoveTargetsRequest::builder, this::removeTargets)
                .operation("ListRuleNamesByTarget", ListRuleNamesByTargetRequest::builder, this::listNamesByTarget);
    }

    private PutRuleResponse putRule(Call call, PutRuleRequest request) {
        authorize(call, "PutRule", request.name(), request.eventBusName());
        return PutRuleResponse.builder().ruleArn(rules.put(request)).build();
    }

    private DescribeRuleResponse describeRule(Call call, DescribeRuleRequest request) {
        authorize(call, "DescribeRule", request.name(), request.eventBusName());
        EventBus bus = rules.busOf(request.eventBusName());
        Rule rule = bus.existingRule(request.name());
        Rule.Settings settings = rule.settings();
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventBusName(bus.name())
                .eventPattern(settings.pattern().map(EventPattern::json).orElse(null))
                .scheduleExpression(
                        settings.schedule().map(Schedule::expression).orElse(null))
                .state(settings.state())
                .description(settings.description().orElse(null))
                .roleArn(settings.roleArn().orElse(null))
                .managedBy(rule.isManaged() ? TargetDeliveries.SERVICE : null)
                .createdBy(account.accountId())
                .build();
    }

    private ListRulesResponse listRules(Call call, ListRulesRequest request) {
        call.authorize("events:ListRules", account.arn("events", "rule/*"));
        EventBus bus = rules.busOf(request.eventBusName());
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        List<software.amazon.awssdk.services.eventbridge.model.Rule> all = bus.rules().stream()
                .filter(rule -> rule.name().startsWith(prefix))
                .map(rule -> summary(bus, rule))
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListRulesResponse.builder()
                .rules(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.Rule summary(EventBus bus, Rule rule) {
        Rule.Settings settings = rule.settings();
        return software.amazon.awssdk.services.eventbridge.model.Rule.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventBusName(bus.name())
                .eventPattern(settings.pattern().map(EventPattern::json).orElse(null))
                .scheduleExpression(
                        settings.schedule().map(Schedule::expression).orElse(null))
                .state(settings.state())
                .description(settings.description().orElse(null))
                .roleArn(settings.roleArn().orElse(null))
                .managedBy(rule.isManaged() ? TargetDeliveries.SERVICE : null)
                .build();
    }

    private EnableRuleResponse enableRule(Call call, EnableRuleRequest request) {
        authorize(call, "EnableRule", request.name(), request.eventBusName());
        rules.setState(request.name(), request.eventBusName(), Rule.Settings.ENABLED);
        return EnableRuleResponse.builder().build();
    }

    private DisableRuleResponse disableRule(Call call, DisableRuleRequest request) {
        authorize(call, "DisableRule", request.name(), request.eventBusName());
        rules.setState(request.name(), request.eventBusName(), Rule.Settings.DISABLED);
        return DisableRuleResponse.builder().build();
    }

    private DeleteRuleResponse deleteRule(Call call, DeleteRuleRequest request) {
        authorize(call, "DeleteRule", request.name(), request.eventBusName());
        rules.delete(request.name(), request.eventBusName(), Boolean.TRUE.equals(request.force()));
        return DeleteRuleResponse.builder().build();
    }

    private PutTargetsResponse putTargets(Call call, PutTargetsRequest request) {
        authorize(call, "PutTargets", request.rule(), request.eventBusName());
        rules.putTargets(request.rule(), request.eventBusName(), request.targets(), false);
        return PutTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    private ListTargetsByRuleResponse listTargets(Call call, ListTargetsByRuleRequest request) {
        authorize(call, "ListTargetsByRule", request.rule(), request.eventBusName());
        Rule rule = rules.busOf(request.eventBusName()).existingRule(request.rule());
        List<Target> all = rule.targets().stream().map(RuleTarget::description).toList();
        Page<Target> page = Page.of(all, request.nextToken(), request.limit());
        return ListTargetsByRuleResponse.builder()
                .targets(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private RemoveTargetsResponse removeTargets(Call call, RemoveTargetsRequest request) {
        authorize(call, "RemoveTargets", request.rule(), request.eventBusName());
        rules.removeTargets(
                request.rule(), request.eventBusName(), request.ids(), Boolean.TRUE.equals(request.force()));
        return RemoveTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    private ListRuleNamesByTargetResponse listNamesByTarget(Call call, ListRuleNamesByTargetRequest request) {
        call.authorize("events:ListRuleNamesByTarget", account.arn("events", "rule/*"));
        String target = Constraints.required(request.targetArn(), "targetArn");
        List<String> all = rules.busOf(request.eventBusName()).rules().stream()
                .filter(rule -> rule.targets().stream().anyMatch(t -> t.arn().equals(target)))
                .map(Rule::name)
                .toList();
        Page<String> page = Page.of(all, request.nextToken(), request.limit());
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private void authorize(Call call, String action, @Nullable String rule, @Nullable String bus) {
        String name = Constraints.required(rule, "name");
        String busName = bus == null ? EventBus.DEFAULT : EventBuses.nameIn(bus);
        String path = busName.equals(EventBus.DEFAULT) ? name : busName + "/" + name;
        call.authorize("events:" + action, account.arn("events", "rule/" + path));
    }
}
