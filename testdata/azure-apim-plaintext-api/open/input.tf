variable "protocols" {}

resource "azurerm_api_management_api" "fhir" {
  name                = "fhir"
  resource_group_name = "clinic"
  api_management_name = "clinic-exchange"
  revision            = "1"
  display_name        = "FHIR"
  path                = "fhir"
  protocols           = var.protocols # expect: open
}
