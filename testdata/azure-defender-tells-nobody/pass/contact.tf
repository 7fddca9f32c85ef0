resource "azurerm_security_center_contact" "clinic" {
  name                = "clinic"
  email               = "security@clinic.example"
  alert_notifications = true
  alerts_to_admins    = true
}
