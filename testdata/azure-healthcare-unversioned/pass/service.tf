resource "azapi_resource" "fhir" {
  type      = "Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01"
  name      = "records"
  parent_id = azurerm_healthcare_workspace.clinic.id

  body = jsonencode({
    properties = {
      resourceVersionPolicyConfiguration = {
        default = "versioned"
      }
    }
  })
}

resource "azapi_resource" "other" {
  type      = "Microsoft.Web/sites@2023-01-01"
  name      = "portal"
  parent_id = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001/resourceGroups/clinic"
}
