resource "azurerm_web_application_firewall_policy" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_application_gateway" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"
  firewall_policy_id  = azurerm_web_application_firewall_policy.portal.id

  sku {
    name = "WAF_v2"
    tier = "WAF_v2"
  }
}

resource "azurerm_application_gateway" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"

  waf_configuration {
    enabled          = true
    firewall_mode    = "Prevention"
    rule_set_version = "3.2"
  }
}
