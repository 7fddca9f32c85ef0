resource "azapi_resource" "fhir" {
  type      = "Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01"
  name      = "records"
  parent_id = azurerm_healthcare_workspace.clinic.id

  body = {
    properties = {
      resourceVersionPolicyConfiguration = {
        default = "no-version" # expect: fail
      }
    }
  }
}
