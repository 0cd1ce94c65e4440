package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.CloudFormationException;
import dev.edaworkshop.localcloud.cloudformation.TemplateSummary;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** What CloudFormation says about templates that nobody deploys yet. */
final class TemplateActions {
    private final Templates templates;

    TemplateActions(Templates templates) {
        this.templates = templates;
    }

    ValidateTemplateResponse validate(Call call, ValidateTemplateRequest request) {
        call.authorize("cloudformation:ValidateTemplate", "*");
        TemplateSummary summary = summary(new Templates.Source(request.templateBody(), request.templateURL(), false));
        return ValidateTemplateResponse.builder()
                .description(summary.description())
                .parameters(summary.parameters().stream()
                        .map(parameter -> TemplateParameter.builder()
                                .parameterKey(parameter.name())
                                .defaultValue(parameter.defaultValue().orElse(null))
                                .build())
                        .toList())
                .build();
    }

    GetTemplateSummaryResponse summary(Call call, GetTemplateSummaryRequest request) {
        call.authorize("cloudformation:GetTemplateSummary", "*");
        String body = Optional.ofNullable(request.stackName())
                .flatMap(templates::deployed)
                .orElse(request.templateBody());
        TemplateSummary summary = summary(new Templates.Source(body, request.templateURL(), false));
        return GetTemplateSummaryResponse.builder()
                .description(summary.description())
                .resourceTypes(summary.resourceTypes())
                .parameters(summary.parameters().stream()
                        .map(parameter -> ParameterDeclaration.builder()
                                .parameterKey(parameter.name())
                                .parameterType(parameter.type())
                                .defaultValue(parameter.defaultValue().orElse(null))
                                .build())
                        .toList())
                .declaredTransforms(List.copyOf(summary.transforms()))
                .build();
    }

    private TemplateSummary summary(Templates.Source source) {
        try {
            return TemplateSummary.of(templates.template(source));
        } catch (CloudFormationException e) {
            throw StackNames.onTheWire(e);
        }
    }
}
