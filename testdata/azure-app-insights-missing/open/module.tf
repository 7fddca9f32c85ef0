resource "azurerm_linux_web_app" "portal" { # expect: open
  name                = "patient-portal"
  resource_group_name = "clinic"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/1/plan"
  site_config {} 
}

module "telemetry" {
  source = "git::https://git.clinic.org/telemetry.git"
}
