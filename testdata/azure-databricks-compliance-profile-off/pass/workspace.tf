resource "azurerm_databricks_workspace" "claims" {
  name                = "claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "premium"

  enhanced_security_compliance {
    compliance_security_profile_enabled   = true
    compliance_security_profile_standards = ["HIPAA"]
  }
}
